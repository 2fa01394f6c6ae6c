// What the types say of operations of every kind; a line below a directive that compiles fails the build.

import {
  ByteStream,
  type ContextIO,
  type Person,
  type Shape,
  type ShapeGroup,
  type ShapesListParams,
  type Status,
  type StatusPage,
  type Style,
  type Upload,
} from "contextio-client";

export async function uploads(client: ContextIO, file: Blob, stream: ReadableStream<Uint8Array>): Promise<string> {
  const messages: Upload[] = [file, new Uint8Array(), "text", stream];
  for (const message of messages) {
    await client.shapes.create({ message, class: "line" });
  }
  // @ts-expect-error: no file
  await client.shapes.create({ message: 1 });
  // @ts-expect-error: the file is needed
  await client.shapes.create({ class: "line" });
  return (await client.shapes.create({ message: file })).id;
}

export async function bytes(client: ContextIO): Promise<Blob> {
  const link: string = await client.shapes.getContent("s1", { as_link: 1 });
  const content: ByteStream | string = await client.shapes.getContent("s1", { as_link: 0 });
  // @ts-expect-error: a link as well, if the server redirects
  content.blob();
  return content instanceof ByteStream ? content.blob() : new Blob([link]);
}

export async function switches(client: ContextIO, raw: 0 | 1): Promise<void> {
  const text: string = await client.shapes.getHeaders("s1", { raw: 1 });
  const parsed: Record<string, string[]> = await client.shapes.getHeaders("s1");
  const either: string | Record<string, string[]> = await client.shapes.getHeaders("s1", { raw });
  // @ts-expect-error: a text as well
  const wrong: Record<string, string[]> = await client.shapes.getHeaders("s1", { raw });
  const groups: ShapeGroup[] = await client.shapes.listCopies("s1", { grouped: 1 });
  const shapes: Shape[] = await client.shapes.listCopies("s1");
  console.log(text, parsed, either, wrong, groups, shapes);
}

export async function added(client: ContextIO, params: ShapesListParams): Promise<void> {
  const { style, async } = await client.shapes.get("s1", { include_style: 1, async: 1 });
  const object: Style = style;
  const flag: boolean = async;
  const texts: string[] = (await client.shapes.list({ include_style: "raw" })).map((shape) => shape.style);
  // @ts-expect-error: may be absent without the switch
  (await client.shapes.get("s1")).async.valueOf();
  for await (const shape of client.shapes.listAll({ async: 1, limit: 5 })) {
    const each: boolean = shape.async;
    // @ts-expect-error: may be absent without the switch
    const other: Style | string = shape.style;
    console.log(each, other);
  }
  const any: Shape[] = await client.shapes.list(params);
  // @ts-expect-error: no such parameter
  await client.shapes.list({ limit: 5, stauts: "OK" });
  // @ts-expect-error: no such value
  await client.shapes.list({ include_style: 2 });
  console.log(object, flag, texts, any);
}

export async function values(client: ContextIO): Promise<void> {
  await client.shapes.list({ from: ["a", "b"] });
  await client.shapes.list({ from: "a,b" });
  await client.shapes.updateLabels("s1", { add: ["a"] as readonly string[], remove: "b" });
  // @ts-expect-error: one argument for both
  await client.shapes.updateLabels("s1", { "add[]": ["a"] });
  await client.shapes.listChanges("s1", { "query_shape-id": "s2" });
  // @ts-expect-error: another name
  await client.shapes.listChanges("s1", { "shape-id": "s2" });
  await client.shapes.replaceLabels("s1", { body: [{ name: "a" }] });
  // @ts-expect-error: the body is needed
  await client.shapes.replaceLabels("s1", {});
  const nothing: undefined = await client.shapes.delete("s1", { "X-Reason": "wrong" });
  const name: string = await client.shapes.getLayer("s1", 2);
  // @ts-expect-error: a number
  await client.shapes.getLayer("s1", "2");
  const printed: number | undefined = (await client.shapes.getPrinting("s1"))["north"]?.["upper"]?.printed;
  console.log(nothing, name, printed);
}

export async function lists(client: ContextIO): Promise<[string[], Person[]]> {
  const urls: string[] = [];
  for await (const url of client.shapes.listAlbumsAll()) {
    urls.push(url);
  }
  const people: Person[] = [];
  for await (const person of client.shapes.listPeopleAll({ search: "ada" })) {
    people.push(person);
  }
  return [urls, people];
}

export async function collision(page: StatusPage): Promise<Status> {
  return page.get();
}

export async function undescribed(client: ContextIO): Promise<[unknown, ByteStream]> {
  const sent = await client.request("PUT", "/any", { body: [1] });
  return [sent, await client.request<ByteStream>("GET", "/any")];
}
