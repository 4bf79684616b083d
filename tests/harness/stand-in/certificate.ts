import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { DAY_MS } from '@/lib/core/days/day';

export interface Certificate {
  key: string;
  cert: string;
  /** sha256 of the public key, base64: what Chromium's `--ignore-certificate-errors-spki-list` wants. */
  spki: string;
}

/** A certificate for huggingface.co that lives as long as this process: none is stored, none is trusted elsewhere. */
export async function createCertificate(): Promise<Certificate> {
  const names = ['huggingface.co', '*.huggingface.co', 'localhost'];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'huggingface.co' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // Wide on both sides: tests move the browser's clock by weeks.
    notBeforeDate: new Date(Date.now() - 100 * DAY_MS),
    notAfterDate: new Date(Date.now() + 200 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
    ],
  });
  const der = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, cert, spki: createHash('sha256').update(der).digest('base64') };
}
