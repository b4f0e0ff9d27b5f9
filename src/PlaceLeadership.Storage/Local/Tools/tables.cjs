"use strict";
// Runs the table service of Azurite for one parent process:  node tables.cjs PORT FOLDER
//
// Azurite's own entry for tables saves on SIGINT only, and an autosave may be many seconds old. This one saves and ends
// on SIGTERM and when its standard input closes, which also happens when the parent dies in whatever way.
//
// Standard input:   "go" on a line starts the service; before that nothing of FOLDER is touched.
// Standard output:  "listening PORT" once requests are answered.
// Standard error:   what failed; a line that begins with "Not saved" as soon as the disk takes nothing more.
// Exit code:        0 saved and ended, 1 failed (the reason is on standard error), 2 the port is taken.
//
// Azurite answers a write before it is on disk, and passes over it when it cannot be saved later. So the first save that
// fails is told at once, nothing more is taken from then on, and the end is a failure.
const fs = require("node:fs");
const path = require("node:path");

const [port, folder] = [Number(process.argv[2]), process.argv[3]];
const host = "127.0.0.1";
let server;
let started;
let ending = false;
let exitCode = 0;
let unsaved = false;

function fail(error, code) {
  process.stderr.write(`${error && error.message ? error.message : error}\n`, () => process.exit(code));
}

function notSaved(error) {
  if (!unsaved) {
    unsaved = true;
    exitCode = 1;
    process.stderr.write(`Not saved: ${error && error.message ? error.message : error}. Nothing more is stored, and what was stored in the last seconds may be missing.\n`);
  }
}

function watchSaves() {
  const database = server.metadataStore.db;
  const save = database.saveDatabaseInternal.bind(database);
  database.saveDatabaseInternal = (callback) => save((error) => {
    if (error) {
      notSaved(error);
    }
    if (callback) {
      callback(error);
    }
  });
}

// Insufficient Storage (RFC 4918, 11.5): no client takes it for something that passes by itself.
function refuseOnceUnsaved() {
  const listeners = server.httpServer.listeners("request");
  server.httpServer.removeAllListeners("request");
  server.httpServer.on("request", (request, response) => {
    if (unsaved && request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(507, { "Content-Type": "text/plain", "x-ms-error-code": "NotSaved" }).end("The disk takes nothing more.\n");
    } else {
      listeners.forEach((listener) => listener.call(server.httpServer, request, response));
    }
  });
}

// The emulator writes its file whole, so an empty one was emptied by something else; it would be taken for a new storage.
function refuseEmpty(database) {
  if (fs.existsSync(database) && fs.statSync(database).size === 0) {
    throw new Error(`${database} is empty, which is not how it was left: what was stored is no longer in it. Put a copy in its place, or delete it to begin with nothing.`);
  }
}

async function start() {
  // Loaded late: it takes a second, and the parent may be gone by then.
  const Configuration = require("azurite/dist/src/table/TableConfiguration").default;
  const Server = require("azurite/dist/src/table/TableServer").default;
  const { AzuriteTelemetryClient } = require("azurite/dist/src/common/Telemetry");
  AzuriteTelemetryClient.init(folder, false);
  const database = path.join(folder, "__azurite_db_table__.json");
  refuseEmpty(database);
  const [log, looseHeaders, anyApiVersion] = [false, false, true];
  server = new Server(new Configuration(
    host, port, 5, database, log, log, undefined, undefined, looseHeaders, anyApiVersion));
  watchSaves();
  refuseOnceUnsaved();
  await server.start();
  process.stdout.write(`listening ${server.httpServer.address().port}\n`);
}

async function end() {
  if (ending) {
    return;
  }
  ending = true;
  try {
    if (started) {
      await started;
      // Whatever the emulator takes for saved: it passes over saves that failed.
      await new Promise((resolve) => server.metadataStore.db.saveDatabase(resolve));
      await server.close();
      fs.rmSync(path.join(folder, "azurite.pid"), { force: true });
    }
    process.exit(exitCode);
  } catch (error) {
    fail(error, 1);
  }
}

function go() {
  started = start();
  started.catch((error) => fail(error, error && error.code === "EADDRINUSE" ? 2 : 1));
}

process.on("SIGTERM", end);
process.on("SIGHUP", end);
// Ctrl+C reaches every process of a terminal. The parent still has rows to store then, and tells us when to end.
process.on("SIGINT", () => {});
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error.stack}\n`);
  exitCode = 1;
  end();
});
process.stdout.on("error", () => {});
process.stdin.on("data", () => started ?? go());
process.stdin.on("end", end);
process.stdin.on("error", end);
