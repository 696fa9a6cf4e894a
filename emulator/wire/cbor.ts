import { cbor, dateToTag } from '@smithy/core/cbor';
import type { AwsError } from './errors.ts';

/** Smithy RPC v2 CBOR: timestamps are tagged epoch seconds, and nothing undefined may be written. */
function toCbor(value: unknown): unknown {
  if (value instanceof Date) return dateToTag(value);
  if (Array.isArray(value)) return value.map(toCbor);
  if (value && typeof value === 'object') {
    const members = Object.entries(value).filter(([, each]) => each !== undefined);
    return Object.fromEntries(members.map(([key, each]) => [key, toCbor(each)]));
  }
  return value;
}

/** Operations know timestamps as epoch seconds, as AWS JSON sends them. */
function fromCbor(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromCbor);
  if (value && typeof value === 'object') {
    if ('tag' in value && 'value' in value && value.tag === 1) return Number(value.value);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromCbor(each)]));
  }
  return value;
}

export const encodeCbor = (value: unknown) => Buffer.from(cbor.serialize(toCbor(value)));

/** @throws when the bytes are no CBOR */
export const decodeCbor = (body: Buffer) => (body.length === 0 ? {} : fromCbor(cbor.deserialize(body)));

export const encodeCborError = (error: AwsError) =>
  encodeCbor({ __type: error.code, message: error.message, ...error.members });
