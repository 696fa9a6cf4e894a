require('./hooks.cjs');

module.exports = async () => (await import('../stop-servers.ts')).default();
