#!/usr/bin/env node
// The command line. Commands live in scripts/cli, one file each; this only finds and loads them.
import { register } from "tsx/esm/api";

register();
const { main } = await import("../scripts/cli.ts");
process.exitCode = await main(process.argv.slice(2));
// Pools of the services would keep the process for a while after its work is done.
process.exit();
