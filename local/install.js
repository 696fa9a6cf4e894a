// Runs before anything is installed: plain JavaScript without dependencies.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const LOWEST_NODE = [20, 19];
const LOCK = 'package-lock.json';
const INSTALLED_LOCK = 'node_modules/.package-lock.json';
const STAMP = 'node_modules/.offerdesk-lock';

if (isNodeTooOld()) {
  fail(
    `Offerdesk needs Node ${LOWEST_NODE.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  );
}
if (needsInstall()) await install();

function isNodeTooOld() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major < LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor < LOWEST_NODE[1]);
}

// The stamp says which lock file was installed; without one (npm was called by hand), npm's own copy must be the newer file.
function needsInstall() {
  if (!existsSync(INSTALLED_LOCK)) return true;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) return false;
  return statSync(INSTALLED_LOCK).mtimeMs < statSync(LOCK).mtimeMs;
}

async function install() {
  console.log('Installing packages with npm ci. The first time takes about a minute.');
  let { code, errors } = await npm('ci');
  if (lacksOtherPlatforms(errors)) ({ code, errors } = await npm('install', '--no-save'));
  if (code !== 0) fail(`${errors.trim()}\n\n${explain(errors)}`);
  writeFileSync(STAMP, lockHash());
}

// A registry that keeps no packages of other platforms makes npm ci refuse the lock file; npm install takes the same versions from it.
function lacksOtherPlatforms(errors) {
  const missing = errors.match(/(Missing|Invalid): .*/g) ?? [];
  return missing.length > 0 && missing.every(line => line.endsWith('@ from lock file'));
}

function npm(...command) {
  const args = [...command, '--no-fund', '--no-audit', '--fetch-retries=1', '--fetch-timeout=60000'];
  // npm tells its scripts where it lies, which also holds where it is not on the PATH.
  const script = process.env.npm_execpath;
  const [program, ...rest] = script ? [process.execPath, script, ...args] : ['npm', ...args];
  return new Promise(resolve => {
    const child = spawn(program, rest, { stdio: ['ignore', 'inherit', 'pipe'] });
    let errors = '';
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.once('error', error => resolve({ code: 1, errors: error.message }));
    child.once('close', code => resolve({ code, errors }));
  });
}

function explain(errors) {
  if (/spawn npm ENOENT/.test(errors))
    return 'npm was not found on the PATH. It comes with Node: https://nodejs.org.';
  if (/ENOSPC|no space left/i.test(errors)) return 'The disk is full. Free some space, then run this again.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|FETCH_ERROR|ERR_SOCKET_TIMEOUT/.test(errors)) {
    return 'The npm registry cannot be reached. Check the network and `npm config get registry`, then run this again.';
  }
  return 'The packages could not be installed; what npm says is above.';
}

function lockHash() {
  return createHash('sha256').update(readFileSync(LOCK)).digest('hex');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
