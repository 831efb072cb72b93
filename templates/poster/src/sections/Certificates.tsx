import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Entry } from "./Entry";

export function Certificates(props: BandProps) {
  return (
    <Band {...props} half>
      <ul className="entries">
        {filled(resume.certificates).map((certificate, i) => (
          <Entry
            key={i}
            title={certificate.name}
            under={[certificate.issuer]}
            on={certificate.date}
            url={certificate.url}
          />
        ))}
      </ul>
    </Band>
  );
}
