import type { FastifyReply, FastifyRequest } from 'fastify';
import { jsonErrorBody, toAwsJson } from './aws-json.ts';
import { decodeCbor, encodeCbor, encodeCborError } from './cbor.ts';
import { AwsError } from './errors.ts';

/** How a protocol reads its requests and writes its answers. */
export type Protocol = {
  read(request: FastifyRequest): unknown;
  write(reply: FastifyReply, output: unknown): FastifyReply;
  writeError(reply: FastifyReply, error: AwsError): FastifyReply;
};

const json = (body: unknown) => {
  const text = (body as Buffer | undefined)?.toString() ?? '';
  return text === '' ? {} : (JSON.parse(text) as unknown);
};

export const awsJson = (contentType: string): Protocol => ({
  read: request => json(request.body),
  write: (reply, output) => reply.type(contentType).send(JSON.stringify(toAwsJson(output))),
  writeError: (reply, error) =>
    reply
      .code(error.status)
      .type(contentType)
      .send(JSON.stringify(toAwsJson(jsonErrorBody(error)))),
});

export const restJson: Protocol = {
  read: request => (request.method === 'POST' ? json(request.body) : request.query),
  write: (reply, output) => reply.type('application/json').send(JSON.stringify(output)),
  writeError: (reply, error) =>
    reply
      .code(error.status)
      .type('application/json')
      .header('x-amzn-errortype', error.code)
      .send(JSON.stringify({ Message: error.message, ...error.members })),
};

export const rpcCbor: Protocol = {
  read: request => decodeCbor(request.body as Buffer),
  write: (reply, output) => reply.type('application/cbor').send(encodeCbor(output)),
  writeError: (reply, error) =>
    reply.code(error.status).type('application/cbor').send(encodeCborError(error)),
};

/** AWS's answer to an operation that is not there. */
export const unknownOperation = (name: string) =>
  new AwsError({
    code: 'UnknownOperationException',
    message: `${name} is not emulated.`,
    status: 404,
  });

/** @throws AwsError SerializationException */
export function readInput(protocol: Protocol, request: FastifyRequest): unknown {
  try {
    return protocol.read(request);
  } catch {
    throw new AwsError({ code: 'SerializationException', message: 'The request body cannot be read.' });
  }
}
