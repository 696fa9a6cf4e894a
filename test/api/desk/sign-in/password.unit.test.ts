import { scryptSync } from 'node:crypto';
import { hashPassword, verifyPassword } from '../../../../shared/password.ts';

test('knows the right password from a wrong one', async () => {
  const hash = await hashPassword('correct horse');
  expect(await verifyPassword('correct horse', hash)).toBe(true);
  expect(await verifyPassword('correct horsE', hash)).toBe(false);
  expect(hash).not.toContain('horse');
});

test('gives the same password a different hash each time', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
});

test('takes letters that only look typed differently as the same', async () => {
  const hash = await hashPassword('パスワード①é');
  expect(await verifyPassword('パスワード1e\u0301', hash)).toBe(true);
});

test('verifies with the parameters stored beside the hash', async () => {
  const salt = Buffer.from('a salt of old');
  const key = scryptSync('older', salt, 32, { N: 1024, r: 8, p: 1 });
  const old = ['scrypt', 1024, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
  expect(await verifyPassword('older', old)).toBe(true);
  expect(await verifyPassword('oldest', old)).toBe(false);
});

test.each(['', 'scrypt$1024$8$1$c2FsdA$', 'bcrypt$1$2$3$4$5'])('does not take %p for a hash', async hash => {
  await expect(verifyPassword('x', hash)).rejects.toThrow('unknown form');
});

test('is false, after the same work, for somebody who is not there', async () => {
  expect(await verifyPassword('anything', undefined)).toBe(false);
});
