// The health check of MongoDB, run by mongosh: forms the replica set of one at the first call, then asks whether it can be written.
try {
  rs.status();
} catch {
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
quit(db.hello().isWritablePrimary ? 0 : 1);
