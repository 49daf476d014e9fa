import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { fileErrors } from '../file/errors.ts';
import { asFileError, type Container } from './container.ts';

/** Text between two tags longer than this is no cell: Excel allows 32,767 characters. */
const MAX_TEXT = 4 * 1_048_576;

export interface XmlEvents {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Element name without its namespace prefix: some programs write x:row, others row. */
function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * Feeds one part of the container through the parser; after every chunk the consumer may take what has
 * gathered, so no more is unpacked than is asked for. Document types and entities are not expanded by saxes.
 */
export async function* parsePart(
  container: Container,
  part: string,
  events: XmlEvents,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', (tag: SaxesTagPlain) => events.open(local(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => events.close(local(tag.name)));
  parser.on('text', text => events.text(text));
  parser.on('cdata', text => events.text(text));
  const stream = await container.stream(part);
  const decoder = new StringDecoder('utf8');
  let sinceTag = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const text = decoder.write(chunk);
      const tag = text.lastIndexOf('<');
      sinceTag = tag < 0 ? sinceTag + text.length : text.length - tag;
      if (sinceTag > MAX_TEXT) throw fileErrors.textTooLarge();
      parser.write(text);
      yield;
    }
    parser.write(decoder.end()).close();
  } catch (error) {
    throw asFileError(error);
  } finally {
    stream.destroy();
  }
}

const nothing = (): void => undefined;

/** Parses a small part to its end. */
export async function parseWhole(
  container: Container,
  part: string,
  events: Partial<XmlEvents>,
): Promise<void> {
  const all: XmlEvents = { open: nothing, close: nothing, text: nothing, ...events };
  for await (const chunk of parsePart(container, part, all)) void chunk;
}

/** Attribute by local name, whatever its prefix (r:id, relationships:id). */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find(k => k.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}
