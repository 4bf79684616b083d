import type { Dice } from './dice';

/** Given and family names that go together; the persons are invented. */
const CULTURES: readonly (readonly [string, string])[] = [
  [
    'Yiming Haoran Xinyue Ruoxi Zihan Junwei Meilin Siqi Tianyu Qingyao Weijie Lanxin Boyang Jiahui',
    'Zhou Lin Xu Gao Tang Shen Qiu Fang Luo Peng Duan Yue Ren Mo',
  ],
  [
    'Haruto Aoi Sakura Kenji Yuna Daichi Rin Sota Mio Takumi',
    'Nakahara Fujimoto Okada Shimizu Kuroda Mizuno Hayakawa Onishi',
  ],
  ['Minjun Seoyeon Jiwoo Hyunwoo Yerin Dohyun Sumin Taeyang', 'Bae Seo Yoon Kwak Ryu Nam Hwang Moon'],
  [
    'Ananya Rohan Kavya Arjun Meera Vikram Ishaan Nandini Tejas Divya Aditya',
    'Raghavan Deshpande Kulkarni Menon Banerjee Saxena Bhattacharya Pillai Chawla Nair',
  ],
  ['Linh Minh Thao Quang Huong Duc Mai', 'Tran Pham Vo Dang Bui Ngo'],
  ['Ayşe Emre Deniz Zeynep Kerem Selin', 'Yıldırım Aksoy Karaca Demirtaş Özkan'],
  ['Leila Omar Yasmin Karim Nour Hadi Salma Tariq', 'Haddad Mansour El-Sayed Khoury Benali Rahmani Al-Farsi'],
  ['Parisa Arash Niloufar Kian Shirin', 'Moradi Jafari Tehrani Sohrabi'],
  ['Chiamaka Emeka Adaeze Tunde Folake Obinna', 'Okonkwo Adeyemi Eze Balogun Nwosu'],
  ['Wanjiru Kamau Abebe Selam Amina Juma', 'Njoroge Mwangi Tesfaye Bekele Otieno'],
  ['Camila Mateo Valentina Joaquín Lucía Thiago Renata', 'Figueroa Arroyo Cárdenas Montenegro Salazar Quiroga'],
  ['Beatriz Rafael Mariana Caio Larissa Tomás', 'Azevedo Nogueira Teixeira Moreira Valadares'],
  ['Élodie Antoine Camille Bastien Margaux Rémi', 'Lefèvre Garnier Marchand Rousselle Delacroix'],
  ['Greta Jonas Annika Lukas Frieda Matthias', 'Brandt Vogel Kessler Hartwig Lindner Seifert'],
  ['Giulia Matteo Chiara Lorenzo Elisa', 'Ferrante Colombo Rinaldi Bellini Moretti'],
  ['Agnieszka Tomasz Katarzyna Piotr Zofia', 'Kowalczyk Zieliński Wrona Majewska Sikora'],
  ['Oksana Dmytro Iryna Taras Bohdan', 'Shevchuk Kovalenko Melnyk Tkachenko'],
  ['Ingrid Lars Astrid Mikkel Saga Eero', 'Halvorsen Lindqvist Sørensen Nyberg Koskinen'],
  ['Eleni Nikos Sofia Giorgos', 'Papadakis Ioannou Vlachos Stavrou'],
  ['Noa Eitan Tamar Yael Amit', 'Ben-Ami Shapira Levitan Golan'],
  [
    'Claire Duncan Imogen Rhys Maeve Callum Hannah Owen',
    'Whitcombe Fairley MacAllister Pritchard Donovan Ashworth Lindley',
  ],
];

/** A full name; now and then with an initial. */
export function toPersonName(dice: Dice): string {
  const [given, family] = dice.pick(CULTURES);
  const initial = dice.chance(0.06) ? ` ${dice.pick([...'ABCDEFGHJKLMNPRSTVW'])}.` : '';
  return `${dice.pick(given.split(' '))}${initial} ${dice.pick(family.split(' '))}`;
}

const WORDS =
  'Halyard Tessera Lodestar Marram Selvedge Ashlar Corbel Fathom Skerry Plumbline Trivet Gimbal Wicket Saltire Curlew Dovetail Mortise Purlin Gantry Capstan Bowline Sextant Orrery Gnomon Vernier Spindle Treadle Heddle Cairn Tarn Isthmus Estuary Moraine Tributary Headwater Watershed Farrier Tiller Rudder Keelson Sparrowhawk Lapwing Goldcrest Wagtail Sandpiper Nightjar Fieldfare Sorrel Yarrow Tansy Burnet Larkspur Hawthorn Rowan Alder Sallow Tamarack Juniper Quince Medlar Damson Sloe Thimble Awning Trellis Lattice Pergola Parapet Cornice Lintel Transom Oriel Quoin Alcove Atrium Colonnade Stylus Vellum Colophon Incipit Marginal Palimpsest Ligature Serif Cadence Ostinato Fermata Rubato Canticle Madrigal Rondeau'.split(
    ' ',
  );
const FRONT =
  'Salt Fern Moss Stone Reed Amber Slate North Still Clear Long Thin Twin Slow Bright Deep Half Open Quiet True'.split(
    ' ',
  );
const BACK =
  'Gate Path Loom Ford Well Mark Tide Root Span Glass Weir Step Field Fold Light Bridge Thread Crest Bell Lens'.split(
    ' ',
  );

/** A name for a method, as methods are named. */
export function toMethodName(dice: Dice, suffix: string | undefined): string {
  const compound = dice.chance(0.45);
  const word = compound ? dice.pick(FRONT) + dice.pick(BACK) : dice.pick(WORDS);
  if (suffix === undefined) return word;
  return compound || /^[A-Z\d]+$/.test(suffix) || dice.chance(0.35) ? `${word}-${suffix}` : word + suffix;
}

export interface Lab {
  name: string;
  fullname: string;
}

const LABS: readonly string[] = [
  'Northlight Research',
  'Institute for Open Reasoning',
  'Tidewater AI',
  'Kestrel Labs',
  'University of Varmland',
  'Meridian Institute of Technology',
  'Basalt AI Research',
  'Sundhaven University',
  'Lakeshore Robotics',
  'Ostrava Centre for Speech',
  'Paperbark',
  'Jinghe Lab',
  'Ganga Institute of Science',
  'Sahel Machine Learning Collective',
  'Andes AI',
  'Bluestone Health Research',
  'Cedar Valley University',
  'Polder Data Science',
  'Hanseong Vision Lab',
  'Fuyo Research',
  'Aurora Language Group',
  'Ironbridge Systems',
  'Delta Commons',
  'Marmara Technical Institute',
  'Cobalt Robotics',
  'Lumen and Field',
  'Redwood Coast University',
  'Saffron AI',
  'Twelve Rivers Lab',
  'Glasshouse Interpretability',
];

export function toLab(dice: Dice): Lab {
  const fullname = dice.pick(LABS);
  return { fullname, name: fullname.toLowerCase().replaceAll(' ', '-') };
}
