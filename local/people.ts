/** Who can sign in at the desk of the local stack. It listens on this machine alone, so the passwords are no secret. */
export const people = [
  { role: 'sales', name: 'Sakura Sales', email: 'sales@example.com', password: 'local sales sakura' },
  {
    role: 'approver',
    name: 'Akira Approver',
    email: 'approver@example.com',
    password: 'local approver akira',
  },
  { role: 'support', name: 'Sora Support', email: 'support@example.com', password: 'local support sora' },
  { role: 'admin', name: 'Aoi Admin', email: 'admin@example.com', password: 'local admin aoi' },
] as const;
