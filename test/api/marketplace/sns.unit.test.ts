import { describe, expect, it } from '@jest/globals';
import { snsUrl } from '../../../api/sns/signature.ts';
import { readConfig } from '../../../shared/config.ts';

const path = `/SimpleNotificationService-${'0'.repeat(32)}.pem`;

describe('an address of SNS', () => {
  it.each(['https://sns.us-east-1.amazonaws.com', 'https://sns.cn-north-1.amazonaws.com.cn'])(
    'is %s',
    host => {
      expect(snsUrl(`${host}${path}`, '')?.href).toBe(`${host}${path}`);
    },
  );

  it.each([
    'http://sns.us-east-1.amazonaws.com',
    'https://s3.amazonaws.com',
    'https://sns.us-east-1.amazonaws.com.evil.example',
    'https://evil.example/sns.us-east-1.amazonaws.com',
    'https://sns.us-east-1.amazonaws.com:8443',
    'https://sns.us-east-1.amazonaws.com@evil.example',
    'https://user@sns.us-east-1.amazonaws.com',
    'https://evilsns.us-east-1.amazonaws.com',
    'https://sns.us_east_1.amazonaws.com',
    'https://localhost:4010',
  ])('is not %s', host => {
    expect(snsUrl(`${host}${path}`, '')).toBeUndefined();
  });

  it('is the local emulator only where that is configured, and then AWS no longer', () => {
    const local = '127.0.0.1:4010';
    expect(snsUrl(`http://${local}${path}`, '')).toBeUndefined();
    expect(snsUrl(`http://${local}${path}`, local)).toBeDefined();
    expect(snsUrl(`https://sns.us-east-1.amazonaws.com${path}`, local)).toBeUndefined();
  });

  it('is never a local emulator in production', () => {
    const env = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://desk.example.com',
      TRUST_PROXY: '1',
      SESSION_SECRET: 'one secret of thirty-two characters',
      MARKETPLACE_EVENT_SECRET: 'another secret of some length',
    };
    expect(readConfig(env).MARKETPLACE_SNS_CERT_HOST).toBe('');
    expect(() => readConfig({ ...env, MARKETPLACE_SNS_CERT_HOST: '127.0.0.1:4010' })).toThrow(
      'MARKETPLACE_SNS_CERT_HOST',
    );
  });
});
