/** What drivers in TypeScript share. */

const environment = process.env as Record<string, string>;

export { environment };

/** Call the function of each step, in order, and print what it returns or throws. */
export async function run(functions: Record<string, () => Promise<unknown>>): Promise<void> {
  for (const step of environment.STEPS.split(",")) {
    const call = functions[step];
    if (call === undefined) continue;
    let report: object;
    try {
      report = { step, value: await call() };
    } catch (error) {
      report = { step, error: String(error) };
    }
    console.log(JSON.stringify(report));
  }
}

/** Return the fields of a source, with those that are given in place of their own. */
export function mailbox<Changes extends object>(changes: Changes) {
  return {
    email: environment.DEMO,
    server: "127.0.0.1",
    port: Number(environment.IMAP_PORT),
    use_ssl: 0 as const,
    username: "demouser",
    password: "demopass",
    type: "IMAP" as const,
    ...changes,
  };
}
