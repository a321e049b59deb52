// Loaded into the server that is measured: throws away what nobody holds, then says what is left, in bytes.
import { createServer } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

createServer((_request, response) => {
  collect();
  response.end(JSON.stringify(process.memoryUsage()));
})
  .listen(Number(process.env.WEIGH_PORT), "127.0.0.1")
  .unref();
