// The deployment and the keys that “Try it” and the samples use. They stay in this tab: in sessionStorage alone.
const body = document.body;
const served = body.dataset.base !== "";
const deployment = document.getElementById("deployment");
const consumer = { key: document.getElementById("key"), secret: document.getElementById("secret") };
const usual = deployment.value;
const withoutSlash = (url) => url.replace(/\/+$/, "");
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

// Operations outside the base path are called at the deployment's own address.
function outside(base) {
  const { basePath } = body.dataset;
  return basePath && base.endsWith(basePath) ? base.slice(0, -basePath.length) : new URL(base).origin;
}

// Each text of a sample as it was written, and as it is filled in.
const written = new WeakMap();
let isFilled = false;
function fillSamples() {
  const base = withoutSlash(deployment.value);
  isFilled ||= base !== usual || consumer.key.value !== "" || consumer.secret.value !== "";
  if (!isFilled) return;
  const keys = Object.entries(consumer).map(([name, { value }]) => [`your-${name}`, value || `your-${name}`]);
  for (const sample of document.querySelectorAll(".sample")) {
    const isOutside = sample.parentElement.querySelector("[data-outside]");
    for (const code of sample.querySelectorAll("code")) {
      for (const text of textsOf(code)) {
        if (written.get(text)?.filled !== text.data) written.set(text, { template: text.data });
        const entry = written.get(text);
        let filled = entry.template;
        if (URL.canParse(base)) {
          filled = filled.replaceAll(usual, "\0");
          if (isOutside) filled = filled.replaceAll(outside(usual), outside(base));
          filled = filled.replaceAll("\0", base);
        }
        for (const [place, value] of keys) {
          filled = filled.replaceAll(`'${place}'`, () => quoted(value)).replaceAll(`"${place}"`, () => JSON.stringify(value));
        }
        entry.filled = filled;
        if (text.data !== filled) text.data = filled;
      }
    }
  }
}

deployment.value = served ? location.origin + body.dataset.base : stored("sessionStorage", "base") ?? usual;
deployment.readOnly = served;
consumer.key.value = stored("sessionStorage", "key") ?? body.dataset.key;
consumer.secret.value = stored("sessionStorage", "secret") ?? body.dataset.secret;
for (const [name, input] of Object.entries({ ...consumer, base: deployment })) {
  input.addEventListener("input", () => stored("sessionStorage", name, input.value));
  input.addEventListener("change", () => {
    fillSamples();
    colour();
  });
}
