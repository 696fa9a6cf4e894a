// The compiler writes dist/ from .ts and .tsx alone; this adds what the code reads beside itself: styles, scripts, texts.
import { cpSync, statSync } from 'node:fs';

const folders = ['activities', 'api', 'deal', 'emails', 'emulator', 'shared', 'worker', 'workflows'];

for (const folder of folders) {
  cpSync(folder, `dist/${folder}`, {
    recursive: true,
    filter: file => statSync(file).isDirectory() || !/\.tsx?$/.test(file),
  });
}
