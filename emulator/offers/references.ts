const REFERENCE = /^\$([a-zA-Z]+)\.Entity\.Identifier$/;

/** An id may come with its revision, `offer-abc@2`. */
export const withoutRevision = (id: string) => id.split('@')[0] ?? id;

/** The change's name if the entity is one that this same change set makes. */
export const referenceOf = (entityId: string | undefined) => REFERENCE.exec(entityId ?? '')?.[1];
