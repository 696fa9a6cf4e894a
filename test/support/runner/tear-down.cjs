require('./hooks.cjs');

module.exports = async () => (await import('../servers/stop-servers.ts')).default();
