import { it } from '@jest/globals';

it('is never known', () => {});

throw new Error('while it is loaded');
