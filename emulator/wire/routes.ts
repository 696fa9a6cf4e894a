import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Marketplace } from '../engine/marketplace.ts';
import { answer } from './answer.ts';
import { AwsError } from './errors.ts';
import type { Service } from './operation.ts';
import { awsJson, restJson, rpcCbor } from './protocols.ts';

type Wiring = { market: Marketplace; services: Service[] };

const unknownTarget = new AwsError({
  code: 'UnknownOperationException',
  message: 'X-Amz-Target is missing or unknown.',
});

/** `AWSMPMeteringService.ResolveCustomer` → the service and the operation. */
function byTarget(services: Service[], request: FastifyRequest) {
  const [target = '', operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  const service = services.find(each => each.target === target);
  return service && { service, operation };
}

/** AWS JSON names the operation in a header, so that one address serves all of them. */
const targetRoute = ({ market, services }: Wiring) => {
  return (request: FastifyRequest, reply: FastifyReply) => {
    const called = byTarget(services, request);
    if (!called) return awsJson('application/x-amz-json-1.1').writeError(reply, unknownTarget);
    const protocol = awsJson(called.service.contentType);
    return answer({ call: { market, ...called }, request, reply, protocol });
  };
};

function cborRoutes(app: FastifyInstance, { market, services }: Wiring, prefix: string) {
  for (const service of services) {
    app.post(`${prefix}/service/${service.target}/operation/:operation`, (request, reply) => {
      reply.header('smithy-protocol', 'rpc-v2-cbor');
      const { operation } = request.params as { operation: string };
      return answer({ call: { market, service, operation }, request, reply, protocol: rpcCbor });
    });
  }
}

/** restJson has an address for each operation; what is no POST has its input in the query. */
function restRoutes(app: FastifyInstance, { market, services }: Wiring, prefix: string) {
  for (const service of services.filter(({ name }) => prefix === '' || prefix === `/${name}`)) {
    for (const operation of service.rest ? Object.keys(service.operations) : []) {
      app.route({
        method: service.rest?.[operation] ?? 'POST',
        url: `${prefix}/${operation}`,
        handler: (request, reply) =>
          answer({ call: { market, service, operation }, request, reply, protocol: restJson }),
      });
    }
  }
}

/**
 * The services, each under its prefix and all of them at the root, so that one AWS_ENDPOINT_URL or one
 * address a service works. Bodies are read as bytes: AWS's own errors answer the malformed ones.
 */
export async function awsRoutes(app: FastifyInstance, wiring: Wiring) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/queues/:queue', targetRoute(wiring));
  for (const prefix of ['', ...wiring.services.map(service => `/${service.name}`)]) {
    app.post(`${prefix}/`, targetRoute(wiring));
    if (prefix) app.post(prefix, targetRoute(wiring));
    cborRoutes(app, wiring, prefix);
    restRoutes(app, wiring, prefix);
  }
}
