// From here on this process imports TypeScript.
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');

register('./loader.js', pathToFileURL(__filename));
