package org.rollbook.sources.clever;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Home languages: the names and codes of Clever's API v3.1, which takes them from ISO 639-3. Files
 * write the name, that code, the bibliographic code of ISO 639-2 or the two letters of ISO 639-1.
 */
final class Languages {
  /** Lines of languages, each the name, the code, and other spellings after a slash each. */
  private static final String TABLE =
      """
      Afrikaans=afr/af; Albanian=sqi/alb/sq; Amharic=amh/am; Arabic=ara/ar; Armenian=hye/arm/hy
      Assamese=asm/as; Aymara=aym/ay; Azerbaijani=aze/az; Bambara=bam/bm; Bashkir=bak/ba
      Basque=eus/baq/eu; Belarusian=bel/be; Bengali=ben/bn; Bhojpuri=bho; Bosnian=bos/bs
      Bulgarian=bul/bg; Burmese=mya/bur/my; Cabo Verdean=cpp/Cape Verdean; Cantonese=yue
      Catalan=cat/ca; Cebuano=ceb; Chichewa=nya/ny; Chinese=zho/chi/zh; Chuukese=chk
      Corsican=cos/co; Croatian=hrv/hr; Czech=ces/cze/cs; Danish=dan/da; Dari=prs; Divehi=div/dv
      Dogri=dgo; Dutch=nld/dut/nl; English=eng/en; Estonian=est/et; Ewe=ewe/ee; Faroese=fao/fo
      Farsi=fas/per/fa/Persian; Fijian=fij/fj; Filipino=fil; Finnish=fin/fi; French=fra/fre/fr
      Frisian=fry/fy; Galician=glg/gl; Georgian=kat/geo/ka; German=deu/ger/de; Greek=ell/gre/el
      Guarani=grn/gn; Gujarati=guj/gu; Haitian Creole=hat/ht/Haitian; Hausa=hau/ha; Hawaiian=haw
      Hebrew=heb/he; Hindi=hin/hi; Hmong=hmn; Hungarian=hun/hu; Icelandic=isl/ice/is; Igbo=ibo/ig
      Ilocano=ilo; Indonesian=ind/id; Inuinnaqtun=ikt; Inuktitut=iku/iu; Irish=gle/ga
      Italian=ita/it; Japanese=jpn/ja; Javanese=jav/jv; Kannada=kan/kn; Karen=kar; Kazakh=kaz/kk
      Khmer=khm/km; Kinyarwanda=kin/rw; Kirundi=run/rn; Konkani=knn; Korean=kor/ko; Krio=kri
      Kurdish (Kurmanji)=kur/ku/Kurdish/Kurmanji; Kurdish (Sorani)=ckb/Sorani; Kyrgyz=kir/ky
      Laotian=lao/lo; Latvian=lav/lv; Lingala=lin/ln; Lithuanian=lit/lt; Lower Sorbian=dsb
      Luganda=lug/lg; Luxembourgish=ltz/lb; Macedonian=mkd/mac/mk; Maithili=mai; Malagasy=mlg/mg
      Malay=msa/may/ms; Malayalam=mal/ml; Maltese=mlt/mt; Mandarin=cmn; Manipuri=mni
      Maori=mri/mao/mi; Marathi=mar/mr; Marshallese=mah/mh; Mizo=lus; Mongolian=mon/mn
      Nepali=nep/ne; Northern Sotho=nso; Norwegian=nob/nb/nor/no; Odia=ori/or; Oromo=orm/om
      Pashto=pus/ps; Polish=pol/pl; Portuguese=por/pt; Punjabi=pan/pa; Quechua=que/qu
      Queretaro Otomi=otq; Romanian=ron/rum/ro; Russian=rus/ru; Samoan=smo/sm; Scots Gaelic=gla/gd
      Serbian=srp/sr; Sesotho=sot/st; Setswana=tsn/tn; Shona=sna/sn; Sindhi=snd/sd
      Sinhala=sin/si; Slovak=slk/slo/sk; Slovenian=slv/sl; Somali=som/so; Spanish=spa/es
      Sundanese=sun/su; Swahili=swa/sw; Swedish=swe/sv; Tagalog=tgl/tl; Tahitian=tah/ty
      Tajik=tgk/tg; Tamil=tam/ta; Tatar=tat/tt; Telugu=tel/te; Thai=tha/th; Tibetan=bod/tib/bo
      Tigrinya=tir/ti; Tongan=ton/to; Tsonga=tso/ts; Turkish=tur/tr; Turkmen=tuk/tk; Twi=twi/tw
      Ukrainian=ukr/uk; Upper Sorbian=hsb; Urdu=urd/ur; Uyghur=uig/ug; Uzbek=uzb/uz
      Vietnamese=vie/vi; Welsh=cym/wel/cy; Xhosa=xho/xh; Yiddish=yid/yi; Yoruba=yor/yo
      Yucatec Maya=yua; Zulu=zul/zu; Other=other
      """;

  /** From the API's name of a language to its code, in the order of the table. */
  static final Map<String, String> CODES =
      Arrays.stream(TABLE.strip().split("[;\n]", -1))
          .map(String::strip)
          .collect(
              Collectors.toUnmodifiableMap(
                  language -> part(language, "=", 0),
                  language -> part(part(language, "=", 1), "/", 0)));

  private static final Function<String, Optional<String>> NAMES =
      Spellings.of(TABLE.replace(';', '\n').replace('=', ':').replace('/', ','))::canonical;

  private Languages() {}

  private static String part(String text, String separator, int index) {
    return text.split(separator, -1)[index];
  }

  static Optional<String> name(String text) {
    return NAMES.apply(text);
  }

  /**
   * @param name as {@link #name} gives it
   */
  static String code(String name) {
    return CODES.getOrDefault(name, "other");
  }
}
