import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../engine/ids.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { agreementService } from '../services/agreement/service.ts';
import { catalogService } from '../services/catalog/service.ts';
import { entitlementService } from '../services/entitlement/service.ts';
import { meteringService } from '../services/metering/service.ts';
import { QUEUE_PATH, queueService } from '../services/sqs/service.ts';
import { jsonErrorBody, toAwsJson } from './aws-json.ts';
import { type Call, type Outcome, perform } from './call.ts';
import { decodeCbor, encodeCbor, encodeCborError } from './cbor.ts';
import { AwsError } from './errors.ts';
import type { Service } from './operation.ts';
import { checkSignature } from './sigv4.ts';

/** How a protocol reads its requests and writes its answers. */
type Protocol = {
  read(request: FastifyRequest): unknown;
  write(reply: FastifyReply, output: unknown): FastifyReply;
  writeError(reply: FastifyReply, error: AwsError): FastifyReply;
};

const services: Service[] = [
  meteringService,
  entitlementService,
  catalogService,
  agreementService,
  queueService,
];

const json = (body: unknown) => {
  const text = (body as Buffer | undefined)?.toString() ?? '';
  return text === '' ? {} : (JSON.parse(text) as unknown);
};

const awsJson = (contentType: string): Protocol => ({
  read: request => json(request.body),
  write: (reply, output) => reply.type(contentType).send(JSON.stringify(toAwsJson(output))),
  writeError: (reply, error) =>
    reply
      .code(error.status)
      .type(contentType)
      .send(JSON.stringify(toAwsJson(jsonErrorBody(error)))),
});

const restJson: Protocol = {
  read: request => (request.method === 'POST' ? json(request.body) : request.query),
  write: (reply, output) => reply.type('application/json').send(JSON.stringify(output)),
  writeError: (reply, error) =>
    reply
      .code(error.status)
      .type('application/json')
      .header('x-amzn-errortype', error.code)
      .send(JSON.stringify({ Message: error.message, ...error.members })),
};

const rpcCbor: Protocol = {
  read: request => decodeCbor(request.body as Buffer),
  write: (reply, output) => reply.type('application/cbor').send(encodeCbor(output)),
  writeError: (reply, error) =>
    reply.code(error.status).type('application/cbor').send(encodeCborError(error)),
};

function readInput(protocol: Protocol, request: FastifyRequest): unknown {
  try {
    return protocol.read(request);
  } catch {
    throw new AwsError({ code: 'SerializationException', message: 'The request body cannot be read.' });
  }
}

async function outcomeOf(
  call: Omit<Call, 'input'>,
  request: FastifyRequest,
  protocol: Protocol,
): Promise<Outcome> {
  try {
    checkSignature(request.headers.authorization, call.service.signingName);
    return await perform({ ...call, input: readInput(protocol, request) });
  } catch (error) {
    if (error instanceof AwsError) return { error };
    throw error;
  }
}

type Answering = {
  call: Omit<Call, 'input'>;
  request: FastifyRequest;
  reply: FastifyReply;
  protocol: Protocol;
};

async function answer({ call, request, reply, protocol }: Answering): Promise<FastifyReply> {
  reply.header('x-amzn-requestid', newId.request());
  const outcome = await outcomeOf(call, request, protocol);
  if ('output' in outcome) return protocol.write(reply, outcome.output);
  if ('error' in outcome) return protocol.writeError(reply, outcome.error);
  reply.hijack();
  if ('drop' in outcome) request.raw.socket.destroy();
  return reply;
}

const unknownTarget = new AwsError({
  code: 'UnknownOperationException',
  message: 'X-Amz-Target is missing or unknown.',
});

/** `AWSMPMeteringService.ResolveCustomer` → the service and the operation. */
function byTarget(request: FastifyRequest): { service: Service; operation: string } | undefined {
  const [target = '', operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  const service = services.find(each => each.target === target);
  return service && { service, operation };
}

function targetRoute(market: Marketplace) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    const called = byTarget(request);
    if (!called) return awsJson('application/x-amz-json-1.1').writeError(reply, unknownTarget);
    const protocol = awsJson(called.service.contentType);
    return answer({ call: { market, ...called }, request, reply, protocol });
  };
}

function cborRoutes(app: FastifyInstance, market: Marketplace, prefix: string) {
  for (const service of services) {
    app.post(`${prefix}/service/${service.target}/operation/:operation`, (request, reply) => {
      reply.header('smithy-protocol', 'rpc-v2-cbor');
      const { operation } = request.params as { operation: string };
      return answer({ call: { market, service, operation }, request, reply, protocol: rpcCbor });
    });
  }
}

/** CancelChangeSet is a PATCH and the Describe operations are GETs, all with their input in the query. */
const catalogMethod = (operation: string) => {
  if (operation === 'CancelChangeSet') return 'PATCH' as const;
  return operation === 'DescribeChangeSet' || operation === 'DescribeEntity'
    ? ('GET' as const)
    : ('POST' as const);
};

function catalogRoutes(app: FastifyInstance, market: Marketplace, prefix: string) {
  for (const operation of Object.keys(catalogService.operations)) {
    const call = { market, service: catalogService, operation };
    app.route({
      method: catalogMethod(operation),
      url: `${prefix}/${operation}`,
      handler: (request, reply) => answer({ call, request, reply, protocol: restJson }),
    });
  }
}

/**
 * The four services, each under its prefix and all of them at the root, so that one AWS_ENDPOINT_URL or one
 * address a service works. Bodies are read as bytes: AWS's own errors answer the malformed ones.
 */
export async function awsRoutes(app: FastifyInstance, { market }: { market: Marketplace }) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post(QUEUE_PATH, targetRoute(market));
  for (const prefix of ['', ...services.map(service => `/${service.name}`)]) {
    app.post(`${prefix}/`, targetRoute(market));
    if (prefix) app.post(prefix, targetRoute(market));
    cborRoutes(app, market, prefix);
    if (prefix === '' || prefix === '/catalog') catalogRoutes(app, market, prefix);
  }
}
