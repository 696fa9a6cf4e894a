import { type DeskRole, deskRoles } from '../models/staff.ts';
import { ifGiven, text, title, webAddress, word } from './reading/readers.ts';
import { secret } from './reading/secrets.ts';
import type { Setting, Written } from './reading/setting.ts';

/** The organization's own sign-in for staff, by OpenID Connect. */
export const oidc = {
  OIDC_ISSUER: {
    means: 'issuer of the OpenID Connect provider by which staff may sign in beside passwords; empty: none',
    default: '',
    read: ifGiven(webAddress),
  },
  OIDC_CLIENT_ID: { means: 'what the provider calls Offerdesk', default: '', read: text },
  OIDC_CLIENT_SECRET: {
    means: 'the secret that the provider has given with it',
    default: '',
    read: ifGiven(secret({ shortest: 16 })),
  },
  OIDC_NAME: {
    means: 'what staff call this sign-in, such as `Example Corp`; empty: your organization',
    default: '',
    read: ifGiven(title),
  },
  OIDC_GROUPS_CLAIM: { means: 'the claim that names somebody’s groups', default: 'groups', read: word },
  OIDC_ROLES: {
    means:
      'roles by group: `group=role`, separated by commas. Whoever is in one of these groups works at the desk, with the roles of his groups at each sign-in; empty: people and roles are looked after at the desk',
    default: '',
    read: rolesByGroup,
  },
} satisfies Record<string, Setting>;

export interface RoleOfGroup {
  group: string;
  role: DeskRole;
}

function rolesByGroup(written: string, name: string): RoleOfGroup[] {
  const parts = written.split(',').map(each => each.trim());
  return parts.filter(Boolean).map(each => {
    const at = each.lastIndexOf('=');
    const [group, word] = [each.slice(0, at).trim(), each.slice(at + 1).trim()];
    const role = deskRoles.find(known => known === word);
    if (at > 0 && group && role) return { group, role };
    throw new Error(
      `${name} must be group=role with commas between, the role one of ${deskRoles.join(', ')}.`,
    );
  });
}

/** A provider of which a part is missing. */
export function halfAProvider(written: Written<typeof oidc>): string[] {
  const needed = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = needed.filter(name => !written[name]);
  if (written.OIDC_ISSUER)
    return missing.map(name => `OIDC_ISSUER needs ${name}, as the provider has given it.`);
  const alone = [...needed, 'OIDC_ROLES' as const].filter(name => written[name]);
  return alone.map(name => `${name} needs OIDC_ISSUER: the address of the provider.`);
}
