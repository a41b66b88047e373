package org.tucai.capture.web;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.Photo;
import org.tucai.capture.PhotoSource;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.web.Language;

/** The photos of a capture: their reports, the standard pictures, and the uploads they were cropped from, as received. */
@Singleton
class PhotoData implements PersonalData {
    private static final String FILE = "photos.json";

    private final CaptureAlbum album;

    PhotoData(CaptureAlbum album) {
        this.album = album;
    }

    /**
     * A photo.
     *
     * @param picture name of the file with the standard picture; null when there is none, or it is deleted
     * @param upload name of the file as it was uploaded; null when it is deleted
     */
    @Serdeable
    record Held(
            @Nullable String picture,
            @Nullable String upload,
            PhotoSource source,
            @Nullable String uploadSha256,
            @Nullable String pictureSha256,
            @Nullable Integer pictureBytes,
            PhotoView photo) {}

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(
                        true,
                        FILE,
                        "全部已检测的照片及检测报告。picture、upload 为本文件夹中的文件名；为空表示从未保存或已删除（photo.status 为 DELETED，mode 为"
                                + " forgotten 表示报告也已删除）。另存有用于识别重复照片的特征值，仅供系统内部比对，不列出。",
                        "All photos that were checked, with their reports. picture and upload name files of this folder; null if there"
                                + " never was one or it is deleted (photo.status DELETED; mode forgotten: the report is deleted, too)."
                                + " A fingerprint for recognising repeated photos is kept for comparison inside the system and is"
                                + " not listed."),
                new Kind(true, "pho_*.jpg", "按标准裁切的照片。", "The standard picture cropped from the photo."),
                new Kind(
                        true,
                        "pho_*-upload.*",
                        "您上传的原始文件，原样未改；审核通过后删除。",
                        "The file as you uploaded it, unchanged; deleted once the photo is accepted."));
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        List<Photo> photos = album.photos(captureNo);
        Map<String, String> pictures = new HashMap<>();
        Map<String, String> uploads = new HashMap<>();
        List<PersonalFile> files = new ArrayList<>();
        for (Photo photo : photos) {
            String no = photo.no();
            if (photo.blobKey() != null) {
                files.add(new PersonalFile.Picture(no, () -> album.picture(photo), name -> pictures.put(no, name)));
            }
            if (photo.originalKey() != null) {
                files.add(new PersonalFile.Picture(
                        no + "-upload", () -> album.original(photo), name -> uploads.put(no, name)));
            }
        }
        files.add(new PersonalFile.Document(
                FILE,
                () -> photos.stream()
                        .map(p -> held(p, pictures.get(p.no()), uploads.get(p.no()), language))
                        .toList()));
        return files;
    }

    private Held held(Photo photo, @Nullable String picture, @Nullable String upload, Language language) {
        byte[] hash = photo.uploadHash();
        return new Held(
                picture,
                upload,
                photo.source(),
                hash == null ? null : HexFormat.of().formatHex(hash),
                photo.jpegSha256(),
                photo.jpegBytes(),
                PhotoView.of(photo, album.report(photo), null, language));
    }
}
