import { expect, it } from '@jest/globals';
import { loggable } from '../../../api/plugins/logging.ts';

it.each([
  ['/accounts/new-password/secret-token', '/accounts/new-password/…'],
  ['/accounts/verify/secret-token?lang=ja', '/accounts/verify/…'],
  ['/offers/secret-token/more-time', '/offers/…/more-time'],
  ['/accounts/forgot-password?next=%2Fsetup%2Fsecret', '/accounts/forgot-password'],
])('logs %s without what lets its reader in', (url, logged) => {
  expect(loggable(url)).toBe(logged);
});
