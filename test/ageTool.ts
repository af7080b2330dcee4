import { existsSync } from 'node:fs';
import { canInstallDebianPackages, installDebianPackages } from './debianPackages.ts';

/** Where the standard age tool and its age-keygen are; installs them on Debian as root. Undefined where it cannot. */
export async function findAgeTool(): Promise<{ readonly age: string; readonly keygen: string } | undefined> {
  const found = locate();
  if (found || !canInstallDebianPackages()) return found;
  await installDebianPackages(['age']);
  return locate();
}

function locate(): { readonly age: string; readonly keygen: string } | undefined {
  const folders = (process.env.PATH ?? '').split(':');
  const [age, keygen] = ['age', 'age-keygen'].map((name) =>
    folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path)),
  );
  return age && keygen ? { age, keygen } : undefined;
}
