// Loaded into the server by its launcher: when the launcher is killed outright, the channel to it closes and the
// server goes too, so that no forgotten one keeps the port.
process.once("disconnect", () => process.exit(0));
