import { filled } from "../filled";
import { hash } from "../hash";
import { Branch } from "../parts/Branch";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Publications() {
  const publications = filled(resume.publications);
  return (
    <Branch>
      {publications.map((publication, index) => (
        <Entry
          key={index}
          hash={hash(
            "publications",
            publication.name,
            publication.releaseDate,
            `${publications.length - index}`,
          )}
          date={publication.releaseDate}
          titles={[publication.name, publication.publisher]}
          texts={[publication.summary]}
          url={publication.url}
        />
      ))}
    </Branch>
  );
}
