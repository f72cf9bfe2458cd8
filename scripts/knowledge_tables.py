"""What the sources of build_knowledge.py lack or have wrong."""

# Alpha-3 code: the name that is shown, then others. The rest comes from the sources.
NAMES = {
    "ARE": ["United Arab Emirates", "Emirates"],
    "ATG": ["Antigua and Barbuda", "Antigua"],
    "AUS": ["Australia"],
    "BEN": ["Benin", "Dahomey"],
    "BFA": ["Burkina Faso", "Upper Volta"],
    "BGD": ["Bangladesh", "East Pakistan"],
    "BHS": ["Bahamas"],
    "BIH": ["Bosnia and Herzegovina", "Bosnia", "Bosnia-Herzegovina", "Herzegovina"],
    "BLR": ["Belarus", "Belorussia", "Byelorussia"],
    "BOL": ["Bolivia"],
    "BRA": ["Brazil", "Brasil"],
    "BRN": ["Brunei", "Brunei Darussalam"],
    "BWA": ["Botswana", "Bechuanaland"],
    "CAF": ["Central African Republic", "Central African Empire"],
    "CHN": ["China", "People's Republic of China", "mainland China"],
    "CIV": ["Ivory Coast", "Côte d'Ivoire"],
    # News agencies mean this one when they write Congo alone.
    "COD": [
        "DR Congo",
        "Democratic Republic of the Congo",
        "Democratic Republic of Congo",
        "Congo-Kinshasa",
        "Congo",
        "Zaire",
    ],
    "COG": ["Republic of the Congo", "Congo-Brazzaville", "Republic of Congo"],
    "CPV": ["Cape Verde", "Cabo Verde"],
    "CZE": ["Czech Republic", "Czechia"],
    "ETH": ["Ethiopia", "Abyssinia"],
    "FSM": ["Micronesia", "Federated States of Micronesia"],
    "GBR": [
        "United Kingdom",
        "United Kingdom of Great Britain and Northern Ireland",
        "Britain",
        "Great Britain",
        "England",
        "Scotland",
        "Northern Ireland",
    ],
    "GHA": ["Ghana"],
    "GMB": ["Gambia"],
    "GNB": ["Guinea-Bissau", "Guinea Bissau"],
    "HKG": ["Hong Kong", "Hong Kong SAR"],
    "IRN": ["Iran", "Islamic Republic of Iran", "Persia"],
    "KGZ": ["Kyrgyzstan", "Kirghizia", "Kirgizstan"],
    "KHM": ["Cambodia", "Kampuchea"],
    "KIR": ["Kiribati"],
    "KNA": ["Saint Kitts and Nevis", "Saint Kitts"],
    "KOR": ["South Korea", "Republic of Korea", "S. Korea"],
    "LAO": ["Laos", "Lao PDR"],
    "LKA": ["Sri Lanka", "Ceylon"],
    "LSO": ["Lesotho", "Basutoland"],
    "MAC": ["Macau", "Macao"],
    "MDA": ["Moldova", "Moldavia"],
    "MKD": ["North Macedonia", "Macedonia"],
    "MMR": ["Myanmar", "Burma"],
    "MWI": ["Malawi", "Nyasaland"],
    "NAM": ["Namibia", "South-West Africa"],
    "NLD": ["Netherlands", "Holland"],
    "PRK": ["North Korea", "Democratic People's Republic of Korea", "N. Korea"],
    "PSE": ["Palestine", "State of Palestine", "Palestinian Authority", "Palestinian territories"],
    "RUS": ["Russia", "Russian Federation"],
    "STP": ["Sao Tome and Principe", "São Tomé and Príncipe", "Sao Tome"],
    "SWZ": ["Eswatini", "Swaziland"],
    "SXM": ["Sint Maarten"],
    "SYR": ["Syria", "Syrian Arab Republic"],
    "THA": ["Thailand", "Siam"],
    "TJK": ["Tajikistan", "Tadzhikistan"],
    "TLS": ["East Timor", "Timor-Leste", "Timor Leste"],
    "TTO": ["Trinidad and Tobago", "Trinidad", "Tobago"],
    "TUR": ["Turkey", "Türkiye"],
    "TWN": ["Taiwan", "Chinese Taipei", "Formosa"],
    "TZA": ["Tanzania", "Tanganyika"],
    "USA": ["United States", "United States of America", "America"],
    "VAT": ["Vatican City", "Vatican", "Holy See"],
    "VCT": ["Saint Vincent and the Grenadines", "Saint Vincent"],
    "VEN": ["Venezuela"],
    "VGB": ["British Virgin Islands"],
    "VIR": ["U.S. Virgin Islands", "US Virgin Islands"],
    "VNM": ["Vietnam", "Viet Nam"],
    "VUT": ["Vanuatu", "New Hebrides"],
    "WSM": ["Samoa", "Western Samoa"],
    "XKX": ["Kosovo"],
    "ZMB": ["Zambia", "Northern Rhodesia"],
    "ZWE": ["Zimbabwe", "Rhodesia", "Southern Rhodesia"],
}

CODES = {
    "USA": ["US", "U.S.", "USA", "U.S.A."], "GBR": ["UK", "U.K."], "ARE": ["UAE", "U.A.E."],
    "PRK": ["DPRK"], "KOR": ["ROK"], "CHN": ["PRC"], "COD": ["DRC"], "SAU": ["KSA"], "CAF": ["CAR"],
}  # fmt: skip

# Adjectives and nouns in place of the sources'; plurals are made where they are regular.
DEMONYMS = {
    "AFG": ["Afghan"], "ARE": ["Emirati"], "ARG": ["Argentine", "Argentines", "Argentinian", "Argentinean"], "ATA": [],
    "AUS": ["Australian"], "AZE": ["Azerbaijani", "Azeri"], "BEL": ["Belgian"], "BFA": ["Burkinabe"], "BGD": ["Bangladeshi"],
    "BHR": ["Bahraini"], "BIH": ["Bosnian"], "BLR": ["Belarusian", "Belarussian", "Belorussian"], "BLZ": ["Belizean"],
    "BTN": ["Bhutanese"], "BWA": ["Botswanan", "Motswana", "Batswana"], "CAF": ["Central African"], "CHE": ["Swiss"],
    "CHN": ["Chinese"], "CIV": ["Ivorian", "Ivoirian"], "COD": ["Congolese"], "COG": [], "COM": ["Comorian", "Comoran"],
    "CPV": ["Cape Verdean", "Cabo Verdean"], "CRI": ["Costa Rican"], "CZE": ["Czech", "Czechs"], "DEU": ["German"],
    "DMA": [], "DNK": ["Danish", "Danes"], "DOM": ["Dominican"], "ECU": ["Ecuadorian", "Ecuadorean"], "EGY": ["Egyptian"],
    "ESP": ["Spanish", "Spaniard"], "FIN": ["Finnish", "Finns"], "FLK": ["Falkland Islander"],
    "FRA": ["French", "Frenchman", "Frenchmen", "Frenchwoman"],
    "GBR": ["British", "Briton", "Britons", "Brits", "Scottish", "Scots", "Welsh", "Englishman", "Englishmen"], "GIB": ["Gibraltarian"],
    "GIN": ["Guinean"], "GRC": ["Greek"], "GRL": ["Greenlandic", "Greenlander"], "GTM": ["Guatemalan"], "HKG": ["Hong Konger"],
    "HRV": ["Croatian", "Croat"], "IND": ["Indian"], "IRL": ["Irish", "Irishman", "Irishmen"], "IRQ": ["Iraqi"],
    "ISL": ["Icelandic", "Icelander"], "ISR": ["Israeli"], "JPN": ["Japanese"], "KAZ": ["Kazakh", "Kazakhs", "Kazakhstani"],
    "KGZ": ["Kyrgyz", "Kyrgyzstani", "Kirghiz"], "KIR": ["I-Kiribati"], "KOR": ["South Korean", "Korean"], "KWT": ["Kuwaiti"],
    "LAO": ["Laotian", "Lao"], "LBY": ["Libyan"], "LIE": ["Liechtensteiner"], "LKA": ["Sri Lankan"], "LSO": ["Basotho"],
    "LUX": ["Luxembourgish", "Luxembourger"], "MCO": ["Monegasque", "Monégasque"], "MDG": ["Malagasy"], "MDV": ["Maldivian"],
    "MKD": ["Macedonian", "North Macedonian"], "MMR": ["Burmese"], "MNE": ["Montenegrin"], "NER": ["Nigerien"],
    "NGA": ["Nigerian"], "NLD": ["Dutch", "Dutchman", "Dutchmen"], "NOR": ["Norwegian"], "NPL": ["Nepalese", "Nepali"],
    "NZL": ["New Zealander"], "OMN": ["Omani"], "PAK": ["Pakistani"], "PHL": ["Filipino", "Filipinos", "Filipina", "Philippine"],
    "PNG": ["Papua New Guinean"], "POL": ["Polish", "Poles"], "PRK": ["North Korean"], "PRT": ["Portuguese"],
    "PSE": ["Palestinian"], "QAT": ["Qatari"], "RUS": ["Russian"], "SAU": ["Saudi", "Saudi Arabian"], "SGP": ["Singaporean"],
    "SLV": ["Salvadoran", "Salvadorean"], "SRB": ["Serbian", "Serb", "Serbs"], "SSD": ["South Sudanese"],
    "SVK": ["Slovak", "Slovakian"], "SVN": ["Slovenian", "Slovene", "Slovenes"], "SWE": ["Swedish", "Swedes"], "SWZ": ["Swazi"],
    "TGO": ["Togolese"], "THA": ["Thai"], "TJK": ["Tajik", "Tajikistani"], "TKM": ["Turkmen"], "TLS": ["Timorese", "East Timorese"],
    "TUR": ["Turkish", "Turks"], "TWN": ["Taiwanese"], "UKR": ["Ukrainian"], "USA": ["American"], "UZB": ["Uzbek", "Uzbekistani"],
    "VAT": [], "VNM": ["Vietnamese"], "VUT": ["ni-Vanuatu"], "XKX": ["Kosovar", "Kosovan"], "YEM": ["Yemeni"], "ZAF": ["South African"],
}  # fmt: skip

TERRITORIES_LEFT_OUT = frozenset(
    "ATA UMI BVT HMD SGS IOT ATF CCK CXR NFK SJM BES MAF BLM ALA ANT SCG".split()
)

# Smaller towns where summits and talks are held, or the better-known bearer of a name.
TOWNS = {
    "AUT": "Bregenz", "BEL": "Ypres Waterloo", "CAN": "Banff Charlottetown", "CHE": "Davos Montreux Interlaken Lucerne Lugano Locarno",
    "CHN": "Sanya", "DEU": "Potsdam", "EGY": "Sharm_el-Sheikh Taba El_Alamein", "ESP": "Cadiz Granada Marbella Valencia Córdoba",
    "FIN": "Rovaniemi Turku", "FRA": "Versailles Rambouillet Biarritz Cannes Deauville Evian-les-Bains Compiègne Bayeux Caen Chambéry",
    "GBR": "Windsor Plymouth Newcastle_upon_Tyne St_Ives", "HRV": "Dubrovnik", "IDN": "Ubud Labuan_Bajo", "ISR": "Eilat", "ITA": "Taormina Venice Ravello",
    "JOR": "Aqaba", "JPN": "Ise Hakone Karuizawa Nara", "KOR": "Pyeongchang Gyeongju", "LAO": "Luang_Prabang", "MEX": "Cancún San_José_del_Cabo",
    "MKD": "Ohrid", "MYS": "Putrajaya Langkawi", "NOR": "Kirkenes", "PHL": "Subic", "POL": "Sopot Oświęcim",
    "PRK": "Wŏnsan Kaesŏng Sinŭiju Hamhŭng", "PSE": "Ramallah Bethlehem Jericho Gaza", "RUS": "Sochi Ufa Valdai Beslan", "SGP": "Sentosa",
    "SVN": "Bled Kranj", "SWE": "Visby", "THA": "Hua_Hin Phuket Pattaya Cha-am", "TUN": "Hammamet", "UGA": "Entebbe Jinja", "UKR": "Yalta Sevastopol",
    "URY": "Punta_del_Este", "USA": "Anchorage Aspen Dayton Honolulu", "VNM": "Hạ_Long Nha_Trang", "BIH": "Srebrenica", "ZWE": "Victoria_Falls",
}  # fmt: skip

# Where events take place that is no town: resorts, islands, provinces.
VENUES = {
    "Bali": "IDN", "Camp David": "USA", "Carbis Bay": "GBR", "Chequers": "GBR", "Crimea": "UKR", "Elmau": "DEU",
    "Goa": "IND", "Gleneagles": "GBR", "Jeju Island": "KOR", "Kananaskis": "CAN", "Mar-a-Lago": "USA", "Nusa Dua": "IDN",
    "Panmunjom": "KOR", "Boao": "CHN", "Bürgenstock": "CHE", "Schloss Elmau": "DEU", "Sandringham": "GBR", "Balmoral": "GBR",
    "Los Cabos": "MEX", "Zanzibar": "TZA", "Sentosa": "SGP", "Toyako": "JPN", "Rason": "PRK", "Meseberg": "DEU",
}  # fmt: skip

# English spellings; each is looked for among the names that GeoNames gives a town, the largest wins.
ENGLISH = (
    "Cologne Seville Krakow Basra Bangalore Calcutta Bombay Madras Saigon Peking Canton Rangoon Kiev Kharkov Odessa Lvov Berne "
    "Marrakech Mecca Medina Hanover Nuremberg Turin Florence Naples Dunkirk Lyons Marseilles Ghent Bruges Gothenburg Antwerp "
    "Saint_Petersburg St._Petersburg St_Petersburg Leningrad Volgograd Stalingrad Constantinople Salonika Ulaanbaatar Naypyidaw "
    "Jeju Incheon Pusan Inchon Taegu Sharm_el_Sheikh Tel_Aviv-Yafo Hague New_York Frankfurt Quebec_City Quebec Mexico_City Rio "
    "Port_Vila Sanaa Gaza_City Kandahar Fallujah Nasiriyah Mosul Mazar-i-Sharif Mazar-e-Sharif Urumqi Hamhung Sinuiju Kaesong Wonsan "
    "Danang Haiphong Nur-Sultan Xian Evian Halong Izmir Acapulco Guantanamo Queretaro Al_Ain Basel Luxembourg_City "
    "Malé Sana'a Nuku'alofa Washington_D.C. Washington_DC San_Sebastian Cadiz Zaporizhzhia Zaporozhye Dnipropetrovsk Mykolaiv Nikolaev "
    "Osh Aktobe Chisinau Kishinev Sukhumi Stepanakert Hargeisa Bosaso Laayoune El_Aaiun Goma Bunia Bethlehem Larnaca "
    "Limassol Heraklion Patras Piraeus Rhodes Tampere Malmo Aarhus Zurich Geneva Lucerne Milan Genoa Padua Syracuse "
    "Cluj Timisoara Iasi Constanta Brasov Lodz Gdansk Poznan Wroclaw Plzen Brno Kosice Gyor Novi_Sad Qom Pristina Mitrovica Tirana"
).split()  # fmt: skip

# Towns named first of all for something else: an English word, a given or family name, a people, a
# state, a district. They are found where one is asked for, and not looked for in running text.
NOT_TERMS = frozenset(
    word.lower().replace("_", " ")
    for word in """
    Adam Africa Aguirre Ahar Ajax Alexandra Aley Ali Allen Altona America Americana Anand Anda Angers Anna Antonio
    Archway Arlington Armenia Artur_Alvim As Asia Assis At August Augusta Aurora Austin Bade Bago Baise Ball Bally
    Bama Banan Bar Bari Barking Barrie Bata Bath Batman Battle Batu Bay Be Beed Begusarai Belgrano Bell Bella_Vista
    Bello Bemowo Bender Benfica Beni Benito_Juarez Benito_Juárez Berkeley Best Betim Bida Black Blackburn Blanco Bo
    Bole Bolu Boma Brent Brest Breves Brits Brown Buda Bush Business_Bay Butterworth By Calamba Canton Capas Carlos
    Carmona Carnot Carolina Carrefour Carson Cartago Cary Caxias Central Central_Coast Centurion Cerro Chandler
    Charlotte Chas Chester Clinton Codó Colima Colina Commerce Concepcion Concordia Constantine Cork Coro Corona
    Coronel Costa Cotia Crato Crawley Cristal Dabou Dale Darwin Data Date David Davidson Dee Delicias Delmas Delta
    Digos Divo Do Douglas Downey Dudley Durham Duzce Elgin Eloy_Alfaro Engels Enterprise Epworth Essen Etah Europe
    Fatih Florence Florencia Ford Formosa Franca Francisco Francisco_Morato Funza Gama Garland Gary Gaya George Gera
    Gilbert Gillingham Girón Glendale Go Gold_Coast Golfe Gombe Grant Gray Green Guadalupe Guelph Gulu Guna
    Gustavo_Adolfo_Madero Hagen Hague Hami Hamilton Hanam Handa Hassan Hayward He Henderson Herne Hill Hills Hino
    Hope Hu Hull Ibrahim Iida Ikeda Imus In Independence Industry International_City Irving Is Jackson Jena Jolo
    Jose Jose_Bonifacio Joseph Juan Juan_Díaz Juja June Kani Kapar Kara Kasama Kennedy Kent Khanna Kikuyu Kira Kirov
    Kita Kitchener Korolev Kota Lagarto Lakes Lampa Lancaster Lander Langley Latina Laval Lee Leon Lexington León Li
    Liberty Limbe Lincoln Lira Livingstone Logan Loja Long Love Luis_Eduardo_Magalhães Luna Macon Madison
    Magdalena_Contreras Maldonado Male Man Mangalore Mango Mansa Mansfield Manta Mantilla March Maria Marina Marion
    Markham Mary Masai Mati May Me Media Mendoza Mercedes Merlo Mesa Messina Metro Miguel_Hidalgo Milagro Milton
    Minna Miramar Miri Mission Mito Mitte Mobile Moga Monday Monroe Morales Moreno Moro Mosquera Most Murray Mushin
    My Nada Nador Naga Nancy Natal Nelson Newton Nice Nicolás_Romero Nigel No Normal Norman North_Shore Of Olathe
    Omar On Opera Oral Orange Osorno Oxnard Page Palmas Paltan Palu Pandi Paradise Pare Parla Pati Paulo_Afonso
    Peoria Pereira Pest Pierre Po Point Ponce Port Prato Preston Progress Queens Ramos Rangel Rawson Ray Reading
    Regina Renca Resende Retiro Reus Rhodes Rich Rio_Grande Rivera Rize Robertson Roman Rosario Rosetta Roy Said
    Sakura Sale Salem Salta Salto Salvador Samba Same San_Luis San_Martin Sandy Sano Santa_Ana Santa_Maria
    Santa_Rita Santana Santos Sapele Sari Scott Sector_1 Sector_2 Sector_3 Sector_4 Sector_5 Sector_6 Serra Seto
    Silang Silva Simmering Simon Singa Sinop So Soledad South_Boston Split Springfield Springs Stanley Stephen
    Sterling Sunday Sunshine_Coast Surprise Surrey Sutton Suzuka Syracuse Talisay Tama Tanza Teixeira_de_Freitas
    Tema Tete Time Timon To Tonk Torres Tours Toyota Trade Trinidad Troy Tula Tyler Tyre Union Up Us Usera Valdivia
    Van Vapi Vaughan Venustiano_Carranza Vera Victoria Villa_Nueva Vincent Virginia Waco Wakefield Warren Wayne We
    West_Island Westminster White Wilson Wola Wu Xi Yi Young Zama Zango Álvaro_Obregón
    """.split()
)
