import { describe, expect, it } from '@jest/globals';
import { problemFrom } from '../../../api/plugins/problem-from.ts';

const named = (name: string, more: object = {}) => Object.assign(new Error('away'), { name, ...more });
const broken = (code: string) => Object.assign(new Error('This socket has been ended'), { code });

describe('an error while MongoDB is away', () => {
  it.each([
    ['of the driver', named('MongoNetworkTimeoutError')],
    ['of mongoose', named('MongooseServerSelectionError')],
    ['of a full pool', named('MongoWaitQueueTimeoutError')],
    ['of a socket, without a name of its own', broken('EPIPE')],
    ['of a connection that was reset', broken('ECONNRESET')],
    ['in the cause', named('Error', { cause: broken('ECONNRESET') })],
    ['in the cause of the cause', new Error('x', { cause: new Error('y', { cause: broken('EPIPE') }) })],
    ['of a server that is primary no more', named('MongoServerError', { code: 10_107 })],
    ['of one that goes down', named('MongoBulkWriteError', { code: 91 })],
  ])('%s is one that passes', (_name, error) => {
    expect(problemFrom(error).status).toBe(503);
  });

  it.each([
    ['a unique index', named('MongoServerError', { code: 11_000 })],
    ['a fault of ours', new TypeError('x is not a function')],
    ['a number that is no code of MongoDB', named('Error', { code: 91 })],
  ])('%s is none', (_name, error) => {
    expect(problemFrom(error).code).toBe('internal');
  });
});
