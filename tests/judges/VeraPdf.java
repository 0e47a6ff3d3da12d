import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * The veraPDF engine as a judge. Arguments: flavours separated by commas (ua1,2a), then files. For each flavour and file it
 * prints a line with the flavour, the verdict (pass, fail or error), the file and the rules that failed, separated by tabs.
 */
public final class VeraPdf {
    public static void main(String[] arguments) {
        VeraGreenfieldFoundryProvider.initialise();
        for (String flavour : arguments[0].split(",")) {
            for (int at = 1; at < arguments.length; at++) {
                System.out.println(flavour + "\t" + verdict(arguments[at], PDFAFlavour.fromString(flavour)));
            }
        }
    }

    private static String verdict(String file, PDFAFlavour flavour) {
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Set<String> failed = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failed.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
                }
            }
            return (result.isCompliant() ? "pass" : "fail") + "\t" + file + "\t" + String.join(" ", failed);
        } catch (Exception error) {
            return "error\t" + file + "\t" + error.toString().replaceAll("\\s+", " ");
        }
    }
}
