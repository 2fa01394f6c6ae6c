// What programs write to read mail; it only needs to compile.

import type { BodyPart, ContextIO, File, FileGroup, Message, Upload } from "contextio-client";

export async function invoices(client: ContextIO, id: string): Promise<[string, BodyPart[]][]> {
  const found: [string, BodyPart[]][] = [];
  for await (const message of client.messages.listAll(id, { subject: "/invoice/i", include_body: 1 })) {
    found.push([message.message_id, message.body]);
  }
  return found;
}

export async function rawHeaders(client: ContextIO, id: string, message: string): Promise<string[]> {
  const { headers } = await client.messages.get(id, message, { include_headers: "raw" });
  return [headers, await client.messages.getHeaders(id, message, { raw: 1 })];
}

export async function exchanged(client: ContextIO, id: string): Promise<Message[]> {
  return client.messages.list(id, { from: ["ada@example.com", "grace@example.org"], limit: 100 });
}

export async function files(client: ContextIO, id: string): Promise<[File[], FileGroup[], string, Blob]> {
  const listed = await client.files.list(id);
  const [first] = listed;
  if (first === undefined) throw new Error("no files");
  const link = await client.files.getContent(id, first.file_id, { as_link: 1 });
  const content = await client.files.getContent(id, first.file_id);
  return [listed, await client.files.list(id, { group_by_revisions: 1 }), link, await content.blob()];
}

export async function store(client: ContextIO, id: string, dst_source: string, message: Upload): Promise<boolean> {
  return (await client.messages.create(id, { dst_source, dst_folder: "INBOX", message, flag_seen: 1 })).success;
}

export async function move(client: ContextIO, id: string, message: string): Promise<void> {
  await client.messages.updateFolders(id, message, { add: ["Archive", "Work"], remove: "INBOX" });
  await client.messages.replaceFolders(id, message, { body: [{ name: "Archive" }] });
}
