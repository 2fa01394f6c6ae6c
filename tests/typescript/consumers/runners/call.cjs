// What the test of each runner does: a call that succeeds, and one that is refused.

exports.call = async function call({ ContextIO, ContextIOError, NotFoundError }, options = {}) {
  const client = new ContextIO(options);
  const { id } = await client.accounts.create({ email: `${crypto.randomUUID()}@example.com` });
  const { first_name } = await client.accounts.get(id);
  await client.accounts.delete(id);
  const error = await client.accounts.get(id).catch((reason) => reason);
  return [first_name, error.name, error instanceof NotFoundError, error instanceof ContextIOError];
};
