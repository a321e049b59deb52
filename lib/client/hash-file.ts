import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/**
 * SHA-256 of a file in lower-case hexadecimal, read piece by piece: it may be larger than the memory. Nothing of it
 * leaves the machine. `onRead` is told the bytes read so far.
 */
export async function hashFile(file: Blob, onRead?: (bytes: number) => void): Promise<string> {
  const hash = sha256.create();
  let read = 0;
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytesToHex(hash.digest());
    hash.update(value);
    read += value.length;
    onRead?.(read);
  }
}
