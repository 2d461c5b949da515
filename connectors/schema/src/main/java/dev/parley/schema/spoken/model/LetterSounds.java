package dev.parley.schema.spoken.model;

import java.util.List;
import java.util.Locale;

/**
 * Guesses how an English word sounds from its letters: the longest rule that fits at each place.
 * Rough, for words that no dictionary knows.
 */
final class LetterSounds {

  private static final String VOWELS = "aeiouy";

  /** Letters and their phones; longer ones first. */
  private static final List<String[]> RULES =
      List.of(
              "tion SH AH N,sion ZH AH N,ough AO,augh AO,eigh EY,tch CH,igh AY,dge JH,ing IH NG",
              "sch SH,qu K W,ch CH,sh SH,th TH,ph F,wh W,ck K,ng NG,kn N,wr R,gh G,oo UW,ee IY,ea"
                  + " IY",
              "ai EY,ay EY,oa OW,ou AW,ow OW,oi OY,oy OY,au AO,aw AO,ie IY,ei EY,ey IY,ew UW,ue UW",
              "ar AA R,er ER,ir ER,or AO R,ur ER,ce S,ci S IH,cy S IY,ge JH,gi JH IH,bb B,cc K,dd"
                  + " D",
              "ff F,gg G,ll L,mm M,nn N,pp P,rr R,ss S,tt T,zz Z,a AE,b B,c K,d D,e EH,f F,g G,h"
                  + " HH",
              "i IH,j JH,k K,l L,m M,n N,o AA,p P,q K,r R,s S,t T,u AH,v V,w W,x K S,y IY,z Z")
          .stream()
          .flatMap(line -> List.of(line.split(",", -1)).stream())
          .map(rule -> rule.split(" ", 2))
          .toList();

  private static final List<String> LONG = List.of("a EY", "e IY", "i AY", "o OW", "u UW", "y AY");

  private LetterSounds() {}

  static String of(String word) {
    String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    StringBuilder phones = new StringBuilder();
    int at = 0;
    while (at < letters.length()) {
      if (at > 0 && at == letters.length() - 1 && letters.charAt(at) == 'e') {
        break; // silent at the end, after any sound
      }
      String longVowel = longVowel(letters, at);
      if (!longVowel.isEmpty()) {
        phones.append(' ').append(longVowel);
        at++;
        continue;
      }
      at += append(phones, letters, at);
    }
    return phones.isEmpty() ? "AH" : phones.substring(1);
  }

  /** A vowel before one consonant and a silent e sounds as it is called. */
  private static String longVowel(String letters, int at) {
    boolean made =
        at + 3 == letters.length()
            && letters.charAt(at + 2) == 'e'
            && VOWELS.indexOf(letters.charAt(at + 1)) < 0;
    for (String vowel : LONG) {
      if (made && vowel.charAt(0) == letters.charAt(at)) {
        return vowel.substring(2);
      }
    }
    return "";
  }

  private static int append(StringBuilder phones, String letters, int at) {
    for (String[] rule : RULES) {
      if (letters.startsWith(rule[0], at)) {
        phones.append(' ').append(rule[1]);
        return rule[0].length();
      }
    }
    return 1;
  }
}
