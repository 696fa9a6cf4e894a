import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';

const { TEMPORAL_ADDRESS = '', MONGODB_URI = '' } = process.env;

test('the Temporal server knows the search attributes of a deal', async () => {
  const connection = await Connection.connect({ address: TEMPORAL_ADDRESS });
  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace: 'default',
  });
  await connection.close();
  expect(Object.keys(customAttributes)).toEqual(
    expect.arrayContaining(['DealStage', 'DealOwner', 'DealStuck']),
  );
});

test('the MongoDB server keeps a transaction whole', async () => {
  const connection = await mongoose.createConnection(MONGODB_URI, { dbName: 'servers-test' }).asPromise();
  const rows = connection.collection<{ name: string }>('rows');
  await rows.deleteMany({});
  const failing = connection.transaction(async session => {
    await rows.insertOne({ name: 'half' }, { session });
    throw new Error('stop here');
  });
  await expect(failing).rejects.toThrow('stop here');
  expect(await rows.countDocuments()).toBe(0);
  await connection.dropDatabase();
  await connection.close();
});
