// Loaded into the web server's process: when the program that started it is gone, however it went, so is it.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 5000).unref();
});
process.channel?.unref();
