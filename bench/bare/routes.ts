import fastify from 'fastify';
import { openDatabase } from '../../shared/models/database.ts';

/**
 * Bare Fastify routes beside the product's: each does one indexed find of the same data and sends what it found.
 * `node --import tsx bench/bare/routes.ts <MongoDB> <port>`
 */
const [uri = '', port = ''] = process.argv.slice(2);
const { collection: deals } = (await openDatabase(uri)).deals;
const app = fastify();

app.get<{ Params: { id: string } }>('/deals/:id', async ({ params }) => {
  const id = params.id as unknown as NonNullable<Parameters<typeof deals.findOne>[0]>['_id'];
  return (await deals.findOne({ _id: id }, { projection: { deal: 1 } }))?.deal;
});

app.get('/deals', async () =>
  deals
    .find({}, { projection: { deal: 1, updatedAt: 1 } })
    .sort({ 'list.updated': -1 })
    .limit(26)
    .toArray(),
);

await app.listen({ port: Number(port), host: '127.0.0.1' });
