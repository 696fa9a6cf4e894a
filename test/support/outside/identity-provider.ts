import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** An account of the organization, as its provider tells of it. */
export interface Account {
  email: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
  locale?: string;
}

export const client = { id: 'offerdesk', secret: 'a-secret-that-the-provider-gave' };

/** A certified OpenID Connect provider on this machine, where whoever types the id of an account is let in. */
export async function startIdentityProvider() {
  const accounts = new Map<string, Account>();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const providerFor = (address: string) =>
    new Provider(issuer, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [address] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale', 'groups'] },
      findAccount: (_context, sub) => {
        const account = accounts.get(sub);
        return account && { accountId: sub, claims: async () => ({ sub, ...account }) };
      },
      features: { devInteractions: { enabled: true } },
      pkce: { required: () => true },
      cookies: { keys: ['for tests'] },
      ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    });
  return {
    issuer,
    /** Where the provider may lead back to; it answers from now on. */
    leadsTo(address: string) {
      server.on('request', providerFor(address).callback());
    },
    account(sub: string, account: Account) {
      accounts.set(sub, account);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const promptIn = /action="([^"]+)"[\s\S]*?name="prompt" value="(\w+)"/;

/**
 * Does what somebody does who comes to the provider at this address: he types the id of his account, agrees, and is led
 * back. The address to which he is led.
 */
export async function signInThere(address: string, sub: string): Promise<string> {
  const cookies = new Map<string, string>();
  const origin = new URL(address).origin;
  let [url, form]: [string, Record<string, string> | undefined] = [address, undefined];
  for (let step = 0; step < 12; step++) {
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    form = undefined;
    if (location) {
      url = new URL(location, url).href;
      if (new URL(url).origin !== origin) return url;
      continue;
    }
    const html: string = await answer.text();
    const [, action = '', prompt = ''] = promptIn.exec(html) ?? [];
    if (!action) throw new Error(`${url} answers ${answer.status}: ${html.slice(0, 500)}`);
    url = new URL(action, url).href;
    form = prompt === 'login' ? { prompt, login: sub, password: 'any' } : { prompt };
  }
  throw new Error('The provider leads nowhere');
}
