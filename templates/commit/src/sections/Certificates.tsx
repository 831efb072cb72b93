import { filled } from "../filled";
import { hash } from "../hash";
import { Branch } from "../parts/Branch";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Certificates() {
  const certificates = filled(resume.certificates);
  return (
    <Branch>
      {certificates.map((certificate, index) => (
        <Entry
          key={index}
          hash={hash(
            "certificates",
            certificate.name,
            certificate.date,
            `${certificates.length - index}`,
          )}
          date={certificate.date}
          titles={[certificate.name, certificate.issuer]}
          url={certificate.url}
        />
      ))}
    </Branch>
  );
}
