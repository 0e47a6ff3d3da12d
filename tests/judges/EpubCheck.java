import com.adobe.epubcheck.tool.EpubChecker;

/** EPUBCheck as a judge of many books in one run. Beside each book it writes its report, with .json after the book's name. */
public final class EpubCheck {
    public static void main(String[] books) {
        for (String book : books) {
            new EpubChecker().run(new String[] {book, "--quiet", "--json", book + ".json"});
        }
    }
}
