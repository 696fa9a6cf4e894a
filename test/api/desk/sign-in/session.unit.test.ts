import { afterSignIn } from '../../../../api/desk/session.ts';

test.each(['/desk', '/desk/deals?stage=offered&q=a', '/desk/deals/abc', '/desk/deals/abc/terms?lang=ja'])(
  'comes back to %s after the sign-in',
  next => expect(afterSignIn(next)).toBe(next),
);

test.each([
  'https://evil.example/desk',
  '//evil.example/desk',
  '/desk//evil.example',
  '/\\evil.example',
  '/deskevil',
  '/desk/../\\evil.example',
  '/desk/sign-out',
  '/offers/token',
  '',
  undefined,
  ['/desk', '/desk'],
])('does not follow %p', next => expect(afterSignIn(next)).toBe('/desk'));
