import com.adobe.epubcheck.tool.EpubChecker;

/** EPUBCheck's command takes one book a run; this gives it several, each before the file of its report. */
class EachBook {
    public static void main(String[] files) {
        for (int book = 0; book < files.length; book += 2) {
            new EpubChecker().run(new String[] {files[book], "--quiet", "--json", files[book + 1]});
        }
    }
}
