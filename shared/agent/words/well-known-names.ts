/**
 * Names that CVs are full of and that are no word of another meaning: wherever one stands, it is a name.
 * Left out on purpose is what may begin a sentence as a plain word (Apple, Excel, Go, React, Shell, Meta,
 * Notion, Reading, Bath, Nice).
 */
const NAMES = `google amazon microsoft facebook netflix spotify uber airbnb twitter linkedin youtube tesla nvidia intel cisco oracle salesforce adobe samsung sony toyota honda siemens bosch volkswagen mercedes porsche bmw audi lufthansa allianz deloitte accenture mckinsey kpmg goldman barclays santander unilever nestlé nestle novartis roche pfizer bayer philips ikea volvo ericsson nokia vodafone telefónica telefonica airbus boeing huawei alibaba tencent baidu infosys wipro tata walmart starbucks disney nasa unesco unicef oxfam greenpeace veolia renault peugeot danone michelin ferrari fiat vattenfall maersk lego heineken zalando revolut klarna paypal shopify dropbox gitlab github atlassian
python java javascript typescript kotlin scala haskell perl php sql angular vue django laravel docker kubernetes terraform jenkins ansible linux ubuntu android figma photoshop indesign sketchup autocad solidworks matlab tableau hubspot mailchimp wordpress drupal magento jira confluence trello airtable quickbooks xero postgres postgresql mysql mongodb redis kafka hadoop snowflake databricks tensorflow pytorch pandas numpy kanban powerpoint sharepoint
london manchester birmingham glasgow edinburgh cardiff belfast dublin bristol leeds liverpool oxford cambridge berlin munich münchen hamburg köln frankfurt stuttgart vienna wien zurich zürich geneva genève basel paris lyon marseille toulouse brussels bruxelles amsterdam rotterdam utrecht antwerp copenhagen københavn stockholm oslo helsinki lisbon lisboa madrid barcelona valencia sevilla rome milan milano turin torino naples napoli athens istanbul warsaw kraków krakow prague praha budapest bucharest kyiv moscow boston chicago seattle houston dallas denver atlanta miami toronto montreal vancouver sydney melbourne brisbane auckland tokyo osaka kyoto seoul beijing shanghai shenzhen singapore bangkok jakarta mumbai delhi bangalore bengaluru chennai hyderabad kolkata karachi dubai cairo lagos nairobi johannesburg accra
harvard stanford princeton yale berkeley caltech mit eth
england scotland wales ireland britain germany deutschland france spain españa portugal italy italia austria österreich switzerland schweiz belgium netherlands denmark sweden norway finland poland greece russia ukraine india japan korea brazil brasil mexico méxico canada australia africa europe america asia nigeria kenya ghana egypt israel`;

const WELL_KNOWN: ReadonlySet<string> = new Set(NAMES.split(/\s+/));

/** Whether a word, with or without its genitive, is one of them. */
export const isWellKnownName = (word: string): boolean => {
  const small = word.toLowerCase();
  return WELL_KNOWN.has(small) || WELL_KNOWN.has(small.replace(/['’]s$|['’]$/, ""));
};
