import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../engine/ids.ts';
import { type Call, type Outcome, perform } from './call.ts';
import { AwsError } from './errors.ts';
import { type Protocol, readInput } from './protocols.ts';
import { checkSignature } from './sigv4.ts';

/** One request for an operation, in the protocol in which it is to be answered. */
export type Answering = {
  call: Omit<Call, 'input'>;
  request: FastifyRequest;
  reply: FastifyReply;
  protocol: Protocol;
};

async function outcomeOf({ call, request, protocol }: Answering): Promise<Outcome> {
  try {
    checkSignature(request.headers.authorization, call.service.signingName);
    return await perform({ ...call, input: readInput(protocol, request) });
  } catch (error) {
    if (error instanceof AwsError) return { error };
    throw error;
  }
}

/** Does what is asked and writes the answer; under some faults there is none. */
export async function answer(asked: Answering): Promise<FastifyReply> {
  const { request, reply, protocol } = asked;
  reply.header('x-amzn-requestid', newId.request());
  const outcome = await outcomeOf(asked);
  if ('output' in outcome) return protocol.write(reply, outcome.output);
  if ('error' in outcome) return protocol.writeError(reply, outcome.error);
  reply.hijack();
  if ('drop' in outcome) request.raw.socket.destroy();
  return reply;
}
