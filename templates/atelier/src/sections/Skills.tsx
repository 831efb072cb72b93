import { Specimen } from "../skills/Specimen";
import { Works } from "../skills/Works";
import { skills } from "../variants";

export const Skills = () => (skills === "specimen" ? <Specimen /> : <Works />);
