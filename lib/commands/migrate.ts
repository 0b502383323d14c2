import { ensureLogin, migrate, RUNTIME_LOGIN } from "../../db/migrate";
import { openDatabase, runCommand } from "./command";

/** npm run migrate: DATABASE_URL as the owner; RUNTIME_PASSWORD, where given, becomes the app's own password. */
await runCommand(async () => {
  const database = await openDatabase();
  try {
    await migrate(database.url);
    console.log("The database has the newest schema");
    const password = process.env.RUNTIME_PASSWORD;
    if (password) {
      await ensureLogin(database.url, password);
      console.log(`${RUNTIME_LOGIN} signs in with RUNTIME_PASSWORD`);
    }
    return 0;
  } finally {
    await database.stop();
  }
});
