using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .tested),
    (name = "internet", network = (allow = ["private", "public", "local"])),
  ],
);

const tested :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  bindings = [
    (name = "BASE_URL", fromEnvironment = "CONTEXTIO_BASE_URL"),
    (name = "CONSUMER_KEY", fromEnvironment = "CONTEXTIO_CONSUMER_KEY"),
    (name = "CONSUMER_SECRET", fromEnvironment = "CONTEXTIO_CONSUMER_SECRET"),
  ],
  compatibilityDate = "2025-01-01",
);
