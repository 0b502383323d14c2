import { openDatabase, runCommand } from "./command";
import { layOutDemo } from "./demo/records";

/** npm run seed: the demo world in the database, without serving it. A second time changes nothing. */
await runCommand(async () => {
  const database = await openDatabase();
  try {
    const { cast } = await layOutDemo(database.url, new Date());
    console.log(`The demo world is there, with ${cast.length} people who can sign in`);
    return 0;
  } finally {
    await database.stop();
  }
});
