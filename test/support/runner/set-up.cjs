require('./hooks.cjs');

module.exports = async () => (await import('../servers/start-servers.ts')).default();
