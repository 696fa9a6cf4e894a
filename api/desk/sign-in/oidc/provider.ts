import * as client from 'openid-client';
import type { Config } from '../../../../shared/config.ts';

/** What a sign-in that was begun must find again when its browser comes back. */
export interface Begun {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider has let in. */
export interface Identity {
  /** The provider and its own id of the account, which never changes. */
  id: string;
  email: string;
  isVerified: boolean;
  name: string;
  language: string;
  timeZone: string;
  groups: string[];
}

/** Why the provider has told of nobody. `away`: it cannot be reached; `notGiven`: it has refused, or what it says does not hold. */
export type NotTold = 'away' | 'notGiven';

export type Provider = ReturnType<typeof createProvider>;

const timeoutSeconds = 5;

/** The OpenID Connect provider of the settings: authorization code with PKCE, state and nonce. */
export function createProvider(config: Config) {
  const discovered = discoveryOf(config);
  const redirectUri = () => `${config.PUBLIC_URL}/desk/sign-in/oidc/callback`;

  /** Where the browser goes, and what it must bring back. */
  async function begin() {
    const provider = await discovered();
    const begun: Begun = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri(),
      scope: 'openid email profile',
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    });
    return { url, begun };
  }

  /** Whom the provider tells of; `search` is the query with which the browser came back. */
  async function finish(search: string, { state, nonce, verifier }: Begun): Promise<Identity> {
    const provider = await discovered();
    const tokens = await client.authorizationCodeGrant(provider, new URL(`${redirectUri()}${search}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider has told of nobody');
    // Some tell groups and address here alone.
    const more = await client.fetchUserInfo(provider, tokens.access_token, claims.sub).catch(() => undefined);
    return identityIn({ ...more, ...claims }, config.OIDC_GROUPS_CLAIM);
  }

  return {
    begin: () => begin().catch(notTold),
    finish: (search: string, begun: Begun) => finish(search, begun).catch(notTold),
  };
}

/** Asks the provider for what it can, once, when it is first needed; again after it could not be reached. */
function discoveryOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Config) {
  const execute = OIDC_ISSUER.startsWith('http:') ? [client.allowInsecureRequests] : [];
  const options = { timeout: timeoutSeconds, execute };
  let found: Promise<client.Configuration> | undefined;
  return () => {
    found ??= client
      .discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, options)
      .catch(error => {
        found = undefined;
        throw error;
      });
    return found;
  };
}

type Claims = { iss: string; sub: string } & Record<string, unknown>;

function identityIn(claims: Claims, groupsClaim: string): Identity {
  const { iss, sub, email, email_verified, name, locale, zoneinfo } = claims;
  const groups = claims[groupsClaim];
  return {
    id: `${iss} ${sub}`,
    email: words(email),
    // Many providers leave it out for the addresses that they give themselves.
    isVerified: email_verified !== false && email_verified !== 'false',
    name: words(name),
    language: words(locale),
    timeZone: words(zoneinfo),
    groups: [groups].flat().filter(each => typeof each === 'string'),
  };
}

const words = (claim: unknown) => (typeof claim === 'string' ? claim.trim().slice(0, 254) : '');

/** An answer of the provider is told apart from none. */
function notTold(error: unknown): { notTold: NotTold } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isAway =
    error instanceof TypeError ||
    error instanceof DOMException ||
    code === 'OAUTH_TIMEOUT' ||
    code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
  return { notTold: isAway ? 'away' : 'notGiven' };
}
