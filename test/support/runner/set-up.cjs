require('./hooks.cjs');

module.exports = async () => (await import('../servers.ts')).default();
